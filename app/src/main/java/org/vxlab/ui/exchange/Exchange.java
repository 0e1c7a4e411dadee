package org.vxlab.ui.exchange;

/// The ways labs are brought in and taken home.
public record Exchange(Importing importing, Exporting exporting, Publishing publishing) {}
