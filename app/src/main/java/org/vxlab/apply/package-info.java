/// Runs a plan on all hosts at once, verifies it by reading back, and rolls back where it failed.
package org.vxlab.apply;
