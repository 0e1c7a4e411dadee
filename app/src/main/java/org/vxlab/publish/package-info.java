/// Writes pictures and handouts of a lab as files that need no program to be read: PNG, SVG, PDF,
/// Markdown.
package org.vxlab.publish;
