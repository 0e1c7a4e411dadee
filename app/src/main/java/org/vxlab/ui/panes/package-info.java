/// The tabs below the drawing: plan, FDB, pings, events, problems.
package org.vxlab.ui.panes;
