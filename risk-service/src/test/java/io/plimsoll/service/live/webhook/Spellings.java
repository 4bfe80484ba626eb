package io.plimsoll.service.live.webhook;

import java.util.ArrayList;
import java.util.List;

/// How an IPv4 address can be written for those who are lenient.
final class Spellings {

    private Spellings() {}

    static List<String> of(int address) {
        long whole = Integer.toUnsignedLong(address);
        int a = address >>> 24;
        int b = address >>> 16 & 0xff;
        int c = address >>> 8 & 0xff;
        int d = address & 0xff;
        List<String> spellings = new ArrayList<>();
        for (String number : List.of("%d", "0x%x", "0X%X", "0%o", "000%o", "0x00%x")) {
            spellings.add(number.formatted(whole));
            spellings.add((number + ".%d").formatted(a, whole & 0xffffff));
            spellings.add((number + ".%d.%d").formatted(a, b, whole & 0xffff));
            spellings.add((number + ".%d.%d.%d").formatted(a, b, c, d));
            spellings.add(("%d.%d.%d." + number).formatted(a, b, c, d));
        }
        for (String wrapped : List.of("::ffff:%s", "::%s", "64:ff9b::%s", "0:0:0:0:0:ffff:%s", "::ffff:0:%s")) {
            spellings.add("[%s]".formatted(wrapped.formatted("%d.%d.%d.%d".formatted(a, b, c, d))));
            spellings.add("[%s]".formatted(wrapped.formatted("%x:%x".formatted(whole >>> 16, whole & 0xffff))));
        }
        spellings.add("[2002:%x:%x::]".formatted(whole >>> 16, whole & 0xffff));
        return spellings;
    }
}
