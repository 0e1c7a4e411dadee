package org.vxlab.session;

import org.vxlab.topology.Lab;

/// The text of a lab file together with the lab it describes.
public record LabDocument(String text, Lab lab) {
    /// A new file in the usual style.
    public static LabDocument of(Lab lab) {
        return new LabDocument(LabFile.print(lab), lab);
    }
}
