package org.vxlab.picture;

/// How a lab is to be painted.
///
/// @param entryRows rows a vxlan device has for forwarding entries; fixed while watching, so that
///   cards do not jump
public record PictureStyle(Detail detail, int entryRows) {
    /// Rows that make a card no higher than a card with workloads.
    public static final int WATCHING_ROWS = 3;

    public static final PictureStyle DESIGN = new PictureStyle(Detail.NEAR, 0);
    public static final PictureStyle WATCHING = new PictureStyle(Detail.NEAR, WATCHING_ROWS);

    public PictureStyle withDetail(Detail changed) {
        return new PictureStyle(changed, entryRows);
    }
}
