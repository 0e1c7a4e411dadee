/// Shells on hosts, in the window.
package org.vxlab.ui.terminal;
