# @{comment.matrix}
matrix() {
    {
        ends
        echo '=='
        for host in $hosts; do
            cat "$work/$host.out"
        done
    } | awk '
        function column(name) {
            if (!((segment, name) in known)) {
                known[segment, name] = 1
                to[segment, ++columns[segment]] = name
            }
        }
        !second && $0 != "==" {
            if (!($1 in rows)) segments[++kinds] = $1
            from[$1, ++rows[$1]] = $2
            if (length($2) > width[$1]) width[$1] = length($2)
            for (i = 3; i <= NF; i++) {
                wanted[$1, $2, $i] = 1
                far[$1, ++fars[$1]] = $i
            }
        }
        $0 == "==" { second = 1; next }
        second && $3 == "->" && ($6 == "ok" || $6 == "LOST") { verdict[$1, $2, $4] = $6; next }
        second { print | "cat >&2" }
        END {
            for (k = 1; k <= kinds; k++) {
                segment = segments[k]
                print segment
                for (i = 1; i <= rows[segment]; i++) column(from[segment, i])
                for (i = 1; i <= fars[segment]; i++) column(far[segment, i])
                printf "  %-" width[segment] "s", ""
                for (j = 1; j <= columns[segment]; j++) printf "  %-4s", to[segment, j]
                print ""
                for (i = 1; i <= rows[segment]; i++) {
                    a = from[segment, i]
                    printf "  %-" width[segment] "s", a
                    for (j = 1; j <= columns[segment]; j++) {
                        b = to[segment, j]
                        cell = "-"
                        if ((segment, a, b) in wanted) {
                            pairs++
                            cell = verdict[segment, a, b]
                            if (cell == "") cell = "?"
                            if (cell == "ok") good++
                        }
                        printf "  %-" (length(b) < 4 ? 4 : length(b)) "s", cell
                    }
                    print ""
                }
            }
            print good + 0, pairs + 0 > COUNTS
        }
    ' COUNTS="$work/counts" -
}
