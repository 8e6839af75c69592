package io.github.checklinks.check;

/** Anchors as Doxia rewrites them in links: characters it does not like become a dot and two hexadecimal digits, {@code visit(int)} becomes {@code visit.28int.29}. */
final class DoxiaAnchor {

    private DoxiaAnchor() {}

    /** What the name was before. */
    static String decoded(String name) {
        StringBuilder decoded = new StringBuilder(name.length());
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            int high = i + 2 < name.length() && c == '.' ? Character.digit(name.charAt(i + 1), 16) : -1;
            int low = high >= 0 ? Character.digit(name.charAt(i + 2), 16) : -1;
            if (low >= 0) {
                decoded.append((char) (high << 4 | low));
                i += 2;
            } else {
                decoded.append(c);
            }
        }
        return decoded.toString();
    }
}
