package org.vxlab.cli;

import picocli.CommandLine.IVersionProvider;

/// The program's version, from the jar's manifest.
final class Version implements IVersionProvider {
    /// Classes that do not come from a jar have no version.
    private static final String UNPACKED = "from sources";

    @Override
    public String[] getVersion() {
        String version = Version.class.getPackage().getImplementationVersion();
        return new String[] {"vxlab " + (version == null ? UNPACKED : version)};
    }
}
