/// From a lab to the wanted state of each host, and from there to ordered, explained changes.
package org.vxlab.plan;
