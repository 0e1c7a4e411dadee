/// What to paint for a lab: glyphs with places, labels and states; knows no toolkit.
package org.vxlab.picture;
