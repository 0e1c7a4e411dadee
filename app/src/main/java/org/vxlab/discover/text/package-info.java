/// Reads scripts and tutorials: finds the commands among the prose, carries them out on hosts that
/// are only values, and hands what became of those to the discovery.
package org.vxlab.discover.text;
