package org.vxlab.export;

/// A file as it goes into a folder, whatever made it.
public interface WrittenFile {
    /// Where it stands below the folder, with `/` between the parts.
    String path();

    byte[] bytes();

    /// Whether a person runs the file itself.
    boolean executable();
}
