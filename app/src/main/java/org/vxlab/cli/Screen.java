package org.vxlab.cli;

import java.nio.file.Path;
import java.util.Optional;

/// Where the window is shown; the command line itself knows no window.
public interface Screen {
    /// Opens the window and returns; the program then lives until it is closed.
    ///
    /// @return whether there was a display to show it on
    boolean open(Optional<Path> file);
}
