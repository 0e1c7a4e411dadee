/// Watches hosts: a first reading, then a stream of dated events, and pings over the overlay.
package org.vxlab.observe;
