package org.vxlab.export.tools;

import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The playbooks of the Ansible export. They are the same for every lab: what differs stands in the
/// variables of the hosts. Only modules that come with Ansible itself are used.
///
/// A task runs only where what was read shows that its thing is missing, so a second run changes
/// nothing.
final class AnsibleBooks {
    /// Stands for a sentence: the end of a message key between angle brackets.
    private static final Pattern SENTENCE = Pattern.compile("<([a-z-]+)>");

    /// The beginning of each line with something in it.
    private static final Pattern LINE = Pattern.compile("(?m)^(?=.)");

    /// What stands before the tasks of a play.
    private static final String INDENT = " ".repeat(8);

    static final String UP =
            play(
                    "play-up",
                    """
                    - ansible.builtin.include_tasks: tasks/read.yml

                    - name: <foreign>
                      ansible.builtin.assert:
                        that: >-
                          item.name not in vxlab_now
                          or vxlab_now[item.name].ifalias | default(vxlab_mark) == vxlab_mark
                          and vxlab_now[item.name].address | default('') == item.mac
                        quiet: true
                      loop: "{{ vxlab_devices }}"
                      loop_control: {label: "{{ item.name }}"}

                    - name: <remove>
                      ansible.builtin.command: {argv: [ip, link, del, dev, "{{ item.name }}"]}
                      when: >-
                        item.name in vxlab_now and item.kind == 'vxlan'
                        and (vxlab_now[item.name].linkinfo.info_data | combine(item.settings))
                        != vxlab_now[item.name].linkinfo.info_data
                      loop: "{{ vxlab_devices }}"
                      loop_control: {label: "{{ item.name }}"}
                      register: vxlab_removed

                    - ansible.builtin.include_tasks: tasks/read.yml
                      when: vxlab_removed is changed

                    - name: <make>
                      ansible.builtin.command: {argv: "{{ item.make }}"}
                      when: item.name not in vxlab_now
                      loop: "{{ vxlab_devices }}"
                      loop_control: {label: "{{ item.name }}"}
                      register: vxlab_made

                    - ansible.builtin.include_tasks: tasks/read.yml
                      when: vxlab_made is changed

                    - ansible.builtin.include_tasks: tasks/devices.yml

                    - ansible.builtin.include_tasks: tasks/tables.yml

                    - ansible.builtin.include_tasks: tasks/workload.yml
                      loop: "{{ vxlab_workloads }}"
                      loop_control: {label: "{{ workload.name }}", loop_var: workload}
                      when: >-
                        workload.namespace not in vxlab_namespaces
                        or workload.device not in vxlab_now
                    """);

    static final String READ =
            """
            - name: <read>
              ansible.builtin.command: {argv: "{{ item }}"}
              loop:
                - [ip, -j, -d, addr, show]
                - [bridge, -j, fdb, show]
                - [ip, -j, neigh, show]
                - [ip, netns, list]
              loop_control: {label: "{{ item | join(' ') }}"}
              register: vxlab_read
              changed_when: false
              check_mode: false

            - name: <keep>
              ansible.builtin.set_fact:
                vxlab_now: "{{ dict(links | map(attribute='ifname') | zip(links)) }}"
                vxlab_fdb_now: "{{ vxlab_read.results[1].stdout | default('[]', true) | from_json }}"
                vxlab_neighbours_now: "{{ vxlab_read.results[2].stdout | default('[]', true) | from_json }}"
                vxlab_namespaces: "{{ vxlab_read.results[3].stdout_lines | map('split') | map('first') | list }}"
              vars:
                links: "{{ vxlab_read.results[0].stdout | from_json | selectattr('ifname', 'defined') | list }}"

            - name: <device>
              ansible.builtin.set_fact:
                vxlab_device: >-
                  {% for link in vxlab_now.values() %}{% for address in link.addr_info
                  if address.local | default('') == vxlab_vtep %}{{ link.ifname }}{% endfor %}{% endfor %}
              when: vxlab_device is not defined

            - name: <no-device>
              ansible.builtin.assert:
                that: vxlab_device in vxlab_now
                quiet: true

            - name: <no-loopback>
              ansible.builtin.assert:
                that:
                  - "'LOOPBACK' not in vxlab_now[vxlab_device].flags"
                  - (vxlab_now[vxlab_device].linkinfo | default({})).info_kind | default('') != 'dummy'
                quiet: true
            """;

    static final String DEVICES =
            """
            - name: <quiet>
              ansible.builtin.command: {argv: [ip, link, set, dev, "{{ item.name }}", addrgenmode, none]}
              when: >-
                vxlab_now[item.name].ifalias | default('') != vxlab_mark and item.mtu >= 1280
                and vxlab_now.lo.addr_info | selectattr('family', 'equalto', 'inet6') | list
              loop: "{{ vxlab_devices }}"
              loop_control: {label: "{{ item.name }}"}

            - name: <mark>
              ansible.builtin.command: {argv: [ip, link, set, dev, "{{ item.name }}", alias, "{{ vxlab_mark }}"]}
              when: vxlab_now[item.name].ifalias | default('') != vxlab_mark
              loop: "{{ vxlab_devices }}"
              loop_control: {label: "{{ item.name }}"}

            - name: <mtu>
              ansible.builtin.command: {argv: [ip, link, set, dev, "{{ item.name }}", mtu, "{{ item.mtu }}"]}
              when: vxlab_now[item.name].mtu != item.mtu
              loop: "{{ vxlab_devices }}"
              loop_control: {label: "{{ item.name }}"}

            - name: <bridge>
              ansible.builtin.command: {argv: "{{ item.set }}"}
              when: >-
                item.kind == 'bridge'
                and (vxlab_now[item.name].linkinfo.info_data | combine(item.settings))
                != vxlab_now[item.name].linkinfo.info_data
              loop: "{{ vxlab_devices }}"
              loop_control: {label: "{{ item.name }}"}

            - name: <plug>
              ansible.builtin.command: {argv: [ip, link, set, dev, "{{ item.name }}", master, "{{ item.master }}"]}
              when: >-
                item.master is defined
                and vxlab_now[item.name].master | default('') != item.master
              loop: "{{ vxlab_devices }}"
              loop_control: {label: "{{ item.name }}"}
              register: vxlab_plugged

            - name: <address>
              ansible.builtin.command: {argv: [ip, addr, replace, "{{ item.1.ip }}/{{ item.1.length }}", dev, "{{ item.0.name }}"]}
              when: >-
                vxlab_now[item.0.name].addr_info
                | selectattr('local', 'defined') | selectattr('local', 'equalto', item.1.ip)
                | selectattr('prefixlen', 'equalto', item.1.length) | list | length == 0
              loop: "{{ vxlab_devices | subelements('addresses') }}"
              loop_control: {label: "{{ item.0.name }} {{ item.1.ip }}"}

            - name: <up>
              ansible.builtin.command: {argv: [ip, link, set, dev, "{{ item.name }}", up]}
              when: "'UP' not in vxlab_now[item.name].flags"
              loop: "{{ vxlab_devices | reverse }}"
              loop_control: {label: "{{ item.name }}"}

            - ansible.builtin.include_tasks: read.yml
              when: vxlab_plugged is changed

            - name: <port>
              ansible.builtin.command: {argv: [bridge, link, set, dev, "{{ item.name }}",
                learning, "{{ item.port.learning | ternary('on', 'off') }}",
                neigh_suppress, "{{ item.port.neigh_suppress | ternary('on', 'off') }}"]}
              when: >-
                item.port is defined
                and (vxlab_now[item.name].linkinfo.info_slave_data | combine(item.port))
                != vxlab_now[item.name].linkinfo.info_slave_data
              loop: "{{ vxlab_devices }}"
              loop_control: {label: "{{ item.name }}"}
            """;

    static final String TABLES =
            """
            - name: <flood-stale>
              ansible.builtin.command: {argv: [bridge, fdb, del, "{{ item.mac }}", dev, "{{ item.ifname }}", dst, "{{ item.dst }}"]}
              when: >-
                vxlab_fdb | selectattr('dst', 'defined') | selectattr('mac', 'equalto', item.mac)
                | selectattr('ifname', 'equalto', item.ifname)
                | selectattr('dst', 'equalto', item.dst) | list | length == 0
              loop: >-
                {{ vxlab_fdb_now | selectattr('mac', 'equalto', '00:00:00:00:00:00')
                | selectattr('dst', 'defined')
                | selectattr('ifname', 'in', vxlab_devices | map(attribute='name') | list) | list }}
              loop_control: {label: "{{ item.ifname }} {{ item.dst }}"}

            - name: <entry>
              ansible.builtin.command: {argv: "{{ item.put }}"}
              when: >-
                vxlab_fdb_now | selectattr('mac', 'equalto', item.mac)
                | selectattr('ifname', 'equalto', item.ifname)
                | selectattr('state', 'equalto', item.state)
                | selectattr(item.dst is defined | ternary('dst', 'master'), 'defined')
                | selectattr(item.dst is defined | ternary('dst', 'master'), 'equalto', item.dst | default(item.master))
                | list | length == 0
              loop: "{{ vxlab_fdb }}"
              loop_control: {label: "{{ item.put | join(' ') }}"}

            - name: <neighbour>
              ansible.builtin.command: {argv: "{{ item.put }}"}
              when: >-
                vxlab_neighbours_now | selectattr('dst', 'equalto', item.dst)
                | selectattr('dev', 'equalto', item.dev)
                | selectattr('lladdr', 'defined') | selectattr('lladdr', 'equalto', item.lladdr)
                | selectattr('state', 'contains', 'PERMANENT') | list | length == 0
              loop: "{{ vxlab_neighbours }}"
              loop_control: {label: "{{ item.put | join(' ') }}"}
            """;

    static final String WORKLOAD =
            """
            - ansible.builtin.include_tasks: remove-workload.yml

            - name: <workload>
              ansible.builtin.command: {argv: "{{ item }}"}
              loop: "{{ workload.make }}"
              loop_control: {label: "{{ item | join(' ') }}"}
            """;

    static final String REMOVE_WORKLOAD =
            """
            - name: <processes>
              ansible.builtin.command: {argv: "{{ workload.processes }}"}
              when: workload.namespace in vxlab_namespaces

            - name: <cable>
              ansible.builtin.command: {argv: [ip, link, del, dev, "{{ workload.device }}"]}
              when: >-
                workload.device in vxlab_now
                and vxlab_now[workload.device].ifalias | default(vxlab_mark) == vxlab_mark

            - name: <namespace>
              ansible.builtin.command: {argv: [ip, netns, del, "{{ workload.namespace }}"]}
              when: workload.namespace in vxlab_namespaces
            """;

    static final String DOWN =
            play(
                    "play-down",
                    """
                    - ansible.builtin.include_tasks: tasks/read.yml

                    - ansible.builtin.include_tasks: tasks/remove-workload.yml
                      loop: "{{ vxlab_workloads }}"
                      loop_control: {label: "{{ workload.name }}", loop_var: workload}

                    - name: <delete>
                      ansible.builtin.command: {argv: [ip, link, del, dev, "{{ item.name }}"]}
                      when: >-
                        item.name in vxlab_now
                        and vxlab_now[item.name].ifalias | default('') == vxlab_mark
                      loop: "{{ vxlab_devices | reverse }}"
                      loop_control: {label: "{{ item.name }}"}
                    """);

    private AnsibleBooks() {}

    /// A play on all hosts of the lab whose tasks run as root.
    private static String play(String name, String tasks) {
        return """
        - name: <%s>
          hosts: vxlab_hosts
          gather_facts: false
          environment:
            LC_ALL: C
            PATH: /usr/local/sbin:/usr/sbin:/sbin:/usr/local/bin:/usr/bin:/bin
          tasks:
            - name: <who>
              ansible.builtin.command: {argv: [id, -u]}
              register: vxlab_uid
              changed_when: false
              check_mode: false

            - name: <as-root>
              become: "{{ vxlab_sudo | default(vxlab_uid.stdout != '0') | bool }}"
              block:
        """
                        .formatted(name)
                + LINE.matcher(tasks).replaceAll(INDENT);
    }

    /// A book with its sentences put in, quoted.
    static String in(String book, UnaryOperator<String> sentences) {
        return SENTENCE.matcher(book)
                .replaceAll(
                        found ->
                                Matcher.quoteReplacement(
                                        YamlBlock.text(sentences.apply(found.group(1)))));
    }
}
