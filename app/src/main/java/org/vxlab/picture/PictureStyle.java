package org.vxlab.picture;

/// How a lab is to be painted.
///
/// @param type how large letters are
/// @param entryRows rows a vxlan device has for forwarding entries; fixed while watching, so that
///   cards do not jump
public record PictureStyle(Detail detail, TypeSize type, int entryRows) {
    /// Rows that make a card no higher than a card with workloads.
    public static final int WATCHING_ROWS = 3;

    public static final PictureStyle DESIGN = new PictureStyle(Detail.NEAR, TypeSize.USUAL, 0);
    public static final PictureStyle WATCHING =
            new PictureStyle(Detail.NEAR, TypeSize.USUAL, WATCHING_ROWS);

    public PictureStyle withDetail(Detail changed) {
        return new PictureStyle(changed, type, entryRows);
    }

    public PictureStyle withType(TypeSize changed) {
        return new PictureStyle(detail, changed, entryRows);
    }

    public PictureStyle withEntryRows(int changed) {
        return new PictureStyle(detail, type, changed);
    }
}
