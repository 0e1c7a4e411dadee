/// The properties of what is chosen.
package org.vxlab.ui.inspector;
