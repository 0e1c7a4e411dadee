package org.vxlab.publish;

import org.vxlab.session.LabFile;
import org.vxlab.topology.Lab;
import org.vxlab.topology.Layout;
import org.vxlab.topology.Layout.Note;
import org.vxlab.topology.Layout.Point;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Labs to publish.
final class Labs {
    private static final Path TEMPLATES = Path.of("..", "lab-templates");

    private Labs() {}

    static Lab template(String name) throws IOException {
        return LabFile.read(TEMPLATES.resolve(name).resolve(name + ".vxlab.yaml"))
                .lab()
                .orElseThrow();
    }

    /// A lab whose names and addresses are as long as they may be.
    static Lab manyLongNames() {
        String text =
                """
                vxlab: 1
                name: long-names
                underlay:
                  networks:
                    - { name: a-network-with-a-long-name, subnet: "2001:db8:56::/64", mtu: 9000 }
                hosts:
                  - name: compute-node-shanghai-1
                    ssh: { address: 10.0.0.11 }
                    underlay:
                      network: a-network-with-a-long-name
                      address: "2001:db8:56:0:1111:2222:3333:4444/64"
                  - name: compute-node-shanghai-2
                    underlay:
                      network: a-network-with-a-long-name
                      address: "2001:db8:56:0:1111:2222:3333:5555/64"
                segments:
                  - vni: 16777215
                    name: the-production-network
                    members:
                      - { host: compute-node-shanghai-1, address: "2001:db8:10:1:2:3:4:1/64" }
                      - { host: compute-node-shanghai-2, address: "2001:db8:10:1:2:3:4:2/64" }
                    workloads:
                      - name: database-server-with-a-name
                        host: compute-node-shanghai-1
                        address: "2001:db8:10:1:aaaa:bbbb:cccc:101/64"
                        gateway: "2001:db8:10:1:2:3:4:1"
                      - name: web-server-with-a-name
                        host: compute-node-shanghai-2
                        address: "2001:db8:10:1:aaaa:bbbb:cccc:102/64"
                """;
        return LabFile.read(text).lab().orElseThrow();
    }

    static Lab withNote(Lab lab, String text) {
        Layout layout = lab.layout();
        return lab.withLayout(
                new Layout(layout.positions(), List.of(new Note(new Point(0, 400), text))));
    }

    static Subject drawn(Lab lab, Locale language) {
        return new Subject(lab, Optional.empty(), language, new Words(language));
    }
}
