/// A lab in the files of other tools: what keeps a host's network, and what builds machines.
package org.vxlab.export.tools;
