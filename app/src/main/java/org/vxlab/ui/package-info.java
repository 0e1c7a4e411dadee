/// The window.
package org.vxlab.ui;
