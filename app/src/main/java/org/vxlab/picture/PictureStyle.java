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

    /// The height of letters that usually have another; larger where they are read from further
    /// away, as far as their bars allow.
    double seen(double usual) {
        return detail == Detail.NEAR ? usual : Math.min(usual * 1.5, type.bar() * 0.8);
    }

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
