/// The built-in lab: hosts, networks and routers of a lab as namespaces of this machine.
package org.vxlab.locallab;
