/// The open lab: its file, its history, and the sole owner of what changes.
package org.vxlab.session;
