/// The drawing: shapes, gestures, palette, minimap.
package org.vxlab.ui.canvas;
