/// Questions to the person in front of the window.
package org.vxlab.ui.dialogs;
