/// From running hosts, or from a text with shell commands, to a lab.
package org.vxlab.discover;
