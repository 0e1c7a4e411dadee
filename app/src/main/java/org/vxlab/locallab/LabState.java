package org.vxlab.locallab;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/// What a running lab tells other programs of its user, as a properties file.
///
/// @param pid the program that holds the lab
/// @param digest of the underlay it was built from, see [Underlay#digest]
/// @param untilDown whether it was started for a push and ends when that is taken down
record LabState(String lab, long pid, String digest, boolean untilDown, LabAccess access) {

    /// Writes the file at once or not at all.
    void write(Path file) throws IOException {
        Properties properties = new Properties();
        properties.setProperty("lab", lab);
        properties.setProperty("pid", Long.toString(pid));
        properties.setProperty("digest", digest);
        properties.setProperty("until-down", Boolean.toString(untilDown));
        properties.setProperty("files", access.files().toString());
        List<HostNamespaces> hosts = access.hosts();
        properties.setProperty("hosts", Integer.toString(hosts.size()));
        for (int i = 0; i < hosts.size(); i++) {
            HostNamespaces host = hosts.get(i);
            String prefix = "host." + i;
            properties.setProperty(prefix, host.host());
            properties.setProperty(prefix + ".pid", Long.toString(host.pid()));
            properties.setProperty(prefix + ".network", host.network());
            properties.setProperty(prefix + ".user", Boolean.toString(host.user()));
            properties.setProperty(
                    prefix + ".port", Integer.toString(access.ports().get(host.host())));
        }
        StringWriter text = new StringWriter();
        properties.store(text, null);
        Path written = file.resolveSibling(file.getFileName() + ".new");
        Files.writeString(written, text.toString());
        Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /// @throws IOException also when the file is not one of ours
    static LabState read(Path file) throws IOException {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(Files.readString(file)));
            List<HostNamespaces> hosts = new ArrayList<>();
            Map<String, Integer> ports = new LinkedHashMap<>();
            int count = Integer.parseInt(value(properties, "hosts"));
            for (int i = 0; i < count; i++) {
                String prefix = "host." + i;
                String name = value(properties, prefix);
                long pid = Long.parseLong(value(properties, prefix + ".pid"));
                boolean user = Boolean.parseBoolean(value(properties, prefix + ".user"));
                String network = value(properties, prefix + ".network");
                hosts.add(new HostNamespaces(name, pid, network, user));
                ports.put(name, Integer.parseInt(value(properties, prefix + ".port")));
            }
            return new LabState(
                    value(properties, "lab"),
                    Long.parseLong(value(properties, "pid")),
                    value(properties, "digest"),
                    Boolean.parseBoolean(value(properties, "until-down")),
                    new LabAccess(Path.of(value(properties, "files")), hosts, ports));
        } catch (IllegalArgumentException e) {
            throw new IOException(file + ": " + e.getMessage(), e);
        }
    }

    private static String value(Properties properties, String key) throws IOException {
        String value = properties.getProperty(key);
        if (value == null) {
            throw new IOException("no " + key);
        }
        return value;
    }
}
