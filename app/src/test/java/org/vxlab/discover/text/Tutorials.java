package org.vxlab.discover.text;

import java.util.List;

/// Texts as people write them for each other, for trying the reader on.
final class Tutorials {
    /// Labels in Chinese, steps with code, and the mistake of telling nobody of the other.
    static final String DEAD_IN_CHINESE =
            """
            ## 用网桥连接两台机器

            下面分别配置主机 A 和主机 B。VXLAN 使用 UDP 传输。

            **主机 A**：

            1. 先建隧道设备
               ```sh
               ip link add vxlan10 type vxlan id 10 dev eth0 dstport 4789
               ```
            2. 再建网桥
               ```sh
               ip link add br0 type bridge
               ip link set vxlan10 master br0
               ip link set dev vxlan10 up
               ip link set dev br0 up
               ip addr add 10.1.0.1/24 dev br0
               ```

            **主机 B**：

               ```sh
               ip link add vxlan10 type vxlan id 10 dev eth0 dstport 4789
               ip link add br0 type bridge
               ip link set vxlan10 master br0
               ip link set dev vxlan10 up
               ip link set dev br0 up
               ip addr add 10.1.0.2/24 dev br0
               ```

            ```sh
            ping 10.1.0.2   # 在主机 A 上
            ```
            """;

    /// Prompts tell the host; what tools print stands between the commands.
    static final String PROMPTS =
            """
            Both ends join a group. On the left:

            root@alpha:~# ip link add vxlan0 type vxlan id 42 group 239.1.1.1 dev eth1 dstport 0
            root@alpha:~# ip addr add 10.20.0.1/24 dev vxlan0
            root@alpha:~# ip link set up dev vxlan0
            root@alpha:~# ip -d link show vxlan0 | head -2
            7: vxlan0@eth1: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1450 qdisc noqueue
                vxlan id 42 group 239.1.1.1 dev eth1 srcport 0 0 dstport 8472 ageing 300

            [root@beta ~]# ip link add vxlan0 type vxlan id 42 group 239.1.1.1 dev eth1 dstport 0
            [root@beta ~]# ip addr add 10.20.0.2/24 dev vxlan0 && ip link set vxlan0 up
            """;

    /// No word of hosts at all: the second device of one name is the other host's.
    static final String UNLABELLED =
            """
            $ sudo ip link add vxlan7 type vxlan id 7 remote 172.16.0.2 local 172.16.0.1 \\
                 dev ens3 dstport 4789
            $ sudo ip link set vxlan7 up
            $ sudo ip addr add 10.7.0.1/24 dev vxlan7

            It looks the same from over there:

            $ sudo ip link add vxlan7 type vxlan id 7 remote 172.16.0.1 local 172.16.0.2 \\
                 dev ens3 dstport 4789
            $ sudo ip link set vxlan7 up
            $ sudo ip addr add 10.7.0.2/24 dev vxlan7
            """;

    /// One host, old tools, a loop over peers nothing else is said of, and a clean end.
    static final String ONE_HOST =
            """
            #!/bin/sh
            # ip link add ignored type bridge
            PEERS="10.1.1.2 10.1.1.3"
            VNI=5000
            ip link del vxlan$VNI 2>/dev/null || true
            ip l a vxlan${VNI} type vxlan id $VNI local 10.1.1.1 dstport 4789 dev ${1:-eth0}
            for p in $PEERS
            do
                bridge fdb append to 00:00:00:00:00:00 dst $p dev vxlan$VNI
            done
            brctl addbr br$VNI
            brctl addif br$VNI vxlan$VNI
            ifconfig br$VNI 10.50.0.1 netmask 255.255.255.0 up
            ip link set vxlan$VNI up
            ip netns add web
            ip link add v-web type veth peer name eth0 netns web
            ip link set v-web master br$VNI up
            ip -n web addr add 10.50.0.100/24 dev eth0
            ip netns exec web ip link set eth0 up
            ip netns exec web ip route add default via 10.50.0.1
            ip netns del web
            ip link del vxlan$VNI
            """;

    /// Hosts that are namespaces, and a mesh by loops.
    static final String NAMESPACES =
            """
            #!/bin/bash
            for i in 1 2 3; do
              ip netns add h$i
              ip link add veth$i type veth peer name eth0 netns h$i
              ip -n h$i addr add 192.0.2.$i/24 dev eth0
              ip -n h$i link set eth0 up
            done
            for i in {1..3}; do
              ip netns exec h$i ip link add vx type vxlan id 7 dev eth0 local 192.0.2.$i dstport 4789
              ip -n h$i link set vx up
              ip -n h$i addr add 10.7.0.$i/24 dev vx
              for j in $(seq 1 3); do
                [ $i = $j ] && continue
                if [ "$i" != "$j" ]; then
                  bridge -n h$i fdb append 00:00:00:00:00:00 dst 192.0.2.$j dev vx
                fi
              done
            done
            """;

    static final List<String> ALL =
            List.of(DEAD_IN_CHINESE, PROMPTS, UNLABELLED, ONE_HOST, NAMESPACES);

    private Tutorials() {}
}
