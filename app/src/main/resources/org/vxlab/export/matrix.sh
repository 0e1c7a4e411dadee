# @{comment.matrix}
matrix() {
    {
        ends
        echo '=='
        for host in $hosts; do
            cat "$work/$host.out"
        done
    } | awk '
        !second && $0 != "==" {
            if (!($1 in count)) segments[++kinds] = $1
            name[$1, ++count[$1]] = $2
            family[$1, $2] = $3
            if (length($2) > width[$1]) width[$1] = length($2)
        }
        $0 == "==" { second = 1; next }
        second && $3 == "->" && ($6 == "ok" || $6 == "LOST") { verdict[$1, $2, $4] = $6; next }
        second { print | "cat >&2" }
        END {
            for (k = 1; k <= kinds; k++) {
                segment = segments[k]
                print segment
                printf "  %-" width[segment] "s", ""
                for (to = 1; to <= count[segment]; to++) printf "  %-4s", name[segment, to]
                print ""
                for (from = 1; from <= count[segment]; from++) {
                    a = name[segment, from]
                    printf "  %-" width[segment] "s", a
                    for (to = 1; to <= count[segment]; to++) {
                        b = name[segment, to]
                        cell = verdict[segment, a, b]
                        if (from == to || family[segment, a] != family[segment, b]) cell = "-"
                        else {
                            pairs++
                            if (cell == "") cell = "?"
                            if (cell == "ok") good++
                        }
                        column = length(b) < 4 ? 4 : length(b)
                        printf "  %-" column "s", cell
                    }
                    print ""
                }
            }
            print good + 0, pairs + 0 > COUNTS
        }
    ' COUNTS="$work/counts" -
}
