package org.vxlab.ui.exchange;

import org.vxlab.discover.Finding;

/// A finding in the language of the moment.
///
/// @param place host and line it is about; may be empty
/// @param cure what to do about it; may be empty
record Told(Finding.Kind kind, String place, String what, String cure) {}
