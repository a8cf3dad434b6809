# To be read by a case. narrow COMMAND...: runs it in a UTF-8 locale and in C, and fails where a line is
# wider than 80 columns, the C locale gets anything but ASCII, or an escape sequence turns up.
narrow()
{
    for locale in C.UTF-8 C; do
        LC_ALL=$locale "$@" >out 2>err || {
            cat err >&2
            exit 1
        }
        cat out err >all
        widest=$(LC_ALL=C.UTF-8 wc -L <all)
        [ "$widest" -le 80 ] || {
            echo "$* in $locale: a line of $widest columns" >&2
            exit 1
        }
        [ "$locale" = C.UTF-8 ] || ! LC_ALL=C grep -n '[^ -~]' all >&2 || exit 1
        ! grep "$(printf '\033')" all >&2 || exit 1
    done
}
