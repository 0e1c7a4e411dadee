package org.vxlab.ui.inspector;

import org.vxlab.topology.Message;

/// A button that puts a problem right.
record Cure(Message label, Change change) {}
