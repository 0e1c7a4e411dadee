/// The command line: words in, lines or JSON and an exit code out.
package org.vxlab.cli;
