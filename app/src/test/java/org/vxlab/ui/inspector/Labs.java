package org.vxlab.ui.inspector;

import org.vxlab.session.LabFile;
import org.vxlab.topology.Lab;
import org.vxlab.topology.LabEdit;
import org.vxlab.topology.Message;

import java.util.ArrayList;
import java.util.List;

/// Labs for the inspector, and how they come to a desk.
final class Labs {
    /// Everything the inspector has a page for.
    static final Lab WHOLE =
            read(
                    """
                    vxlab: 1
                    name: three-vteps
                    underlay:
                      networks:
                        - { name: lan1, subnet: 192.168.56.0/24, mtu: 1500 }
                        - { name: lan2, subnet: 192.168.57.0/24 }
                      routers:
                        - { name: r1, addresses: { lan1: 192.168.56.1, lan2: 192.168.57.1 } }
                    hosts:
                      - name: a
                        ssh: { address: 10.0.0.11, user: lab, sudo: true }
                        underlay: { network: lan1, address: 192.168.56.11/24 }
                      - { name: b, underlay: { network: lan1, address: 192.168.56.12/24 } }
                      - { name: c, underlay: { network: lan2, address: 192.168.57.13/24 } }
                    segments:
                      - vni: 10
                        name: red
                        members:
                          - { host: a, address: 10.10.0.1/24 }
                          - { host: b, address: 10.10.0.2/24 }
                          - { host: c, address: 10.10.0.3/24, device: vx-red, learning: false }
                        fdb:
                          - { on: a, mac: "02:00:00:00:0a:03", vtep: c }
                        neighbours:
                          - { on: a, address: 10.10.0.3, mac: "02:00:00:00:0a:03" }
                        workloads:
                          - { name: vm1, host: a, address: 10.10.0.101/24, gateway: 10.10.0.1 }
                      - vni: 20
                        members:
                          - { host: a, address: 10.20.0.1/24 }
                          - { host: b, address: 10.20.0.2/24 }
                    layout:
                      notes: [{ at: [40, 300], text: "site 1" }]
                    """);

    private Labs() {}

    static Lab read(String text) {
        return LabFile.read(text).lab().orElseThrow();
    }

    /// Draws a whole lab in one step.
    static LabEdit drawing(Lab lab) {
        List<LabEdit> edits = new ArrayList<>();
        edits.add(new LabEdit.RenameLab(lab.name()));
        lab.networks().forEach(one -> edits.add(new LabEdit.AddNetwork(one)));
        lab.routers().forEach(one -> edits.add(new LabEdit.AddRouter(one)));
        lab.hosts().forEach(one -> edits.add(new LabEdit.AddHost(one)));
        lab.segments().forEach(one -> edits.add(new LabEdit.AddSegment(one)));
        lab.layout().notes().forEach(one -> edits.add(new LabEdit.AddNote(one)));
        return new LabEdit.Together(Message.of("ui.inspector.kind.lab"), edits);
    }
}
