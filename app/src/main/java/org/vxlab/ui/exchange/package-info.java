/// Labs taken home and brought in: exports with a preview, imports with what was found.
package org.vxlab.ui.exchange;
