/// What is shown before a lab is open.
package org.vxlab.ui.welcome;
