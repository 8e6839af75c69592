// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A generator of random values for property tests. The values are the same in every run. Each is built from a list of parts; a failing
 * value is reduced by removing parts as long as it still fails.
 *
 * @param <V> the type of the values
 */
public final class Samples<V> {

    private static final long SEED = 20_261_122;

    /** The parts of a value and the function that builds it. */
    private record Sample<P, V>(List<P> parts, Function<List<P>, V> builder) {

        private V value() {
            return builder.apply(parts);
        }

        private Sample<P, V> without(int from, int to) {
            List<P> left = new ArrayList<>(parts.subList(0, from));
            left.addAll(parts.subList(to, parts.size()));
            return new Sample<>(left, builder);
        }

        private <W> Sample<P, W> map(Function<V, W> mapping) {
            return new Sample<>(parts, builder.andThen(mapping));
        }

        @Override
        public String toString() {
            return parts.stream()
                    .map(part -> part instanceof String text ? quoted(text) : String.valueOf(part))
                    .collect(Collectors.joining(", ", "[", "]"));
        }
    }

    private final Function<Random, Sample<?, V>> generator;

    private Samples(Function<Random, Sample<?, V>> generator) {
        this.generator = generator;
    }

    /** Returns lists of at most {@code limit} elements, each drawn by the given function. */
    public static <P> Samples<List<P>> lists(Function<Random, P> element, int limit) {
        return new Samples<>(random -> {
            // Half of the lists are short, as most faults show in short ones.
            int length = random.nextInt(random.nextBoolean() ? limit + 1 : 1 + random.nextInt(limit + 1));
            List<P> parts = IntStream.range(0, length)
                    .mapToObj(i -> element.apply(random))
                    .toList();
            return new Sample<>(parts, Function.identity());
        });
    }

    /** Returns strings of at most {@code limit} of the given pieces. */
    public static Samples<String> strings(List<String> pieces, int limit) {
        return lists(random -> pieces.get(random.nextInt(pieces.size())), limit).map(parts -> String.join("", parts));
    }

    /** Returns strings of at most {@code limit} arbitrary UTF-16 code units, including unpaired surrogates. */
    public static Samples<String> strings(int limit) {
        return lists(Samples::codeUnit, limit).map(parts -> String.join("", parts));
    }

    private static String codeUnit(Random random) {
        int codeUnit = switch (random.nextInt(4)) {
            case 0 -> random.nextInt(0x80);
            case 1 -> random.nextInt(0x800);
            case 2 -> 0xD800 + random.nextInt(0x800);
            default -> random.nextInt(0x10000);
        };
        return String.valueOf((char) codeUnit);
    }

    /** Returns arrays of at most {@code limit} bytes. */
    public static Samples<byte[]> bytes(int limit) {
        return lists(random -> (byte) random.nextInt(), limit).map(parts -> {
            byte[] bytes = new byte[parts.size()];
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = parts.get(i);
            }
            return bytes;
        });
    }

    /** Returns the texts of the given function, which are reduced by removing characters. */
    public static Samples<String> texts(Function<Random, String> generator) {
        return new Samples<>(random -> new Sample<>(
                generator
                        .apply(random)
                        .codePoints()
                        .mapToObj(Character::toString)
                        .toList(),
                parts -> String.join("", parts)));
    }

    /** Returns values of all given generators, with equal probability. */
    @SafeVarargs
    public static <V> Samples<V> oneOf(Samples<V>... kinds) {
        return new Samples<>(random -> kinds[random.nextInt(kinds.length)].generator.apply(random));
    }

    /** Returns these values with a function applied to each. */
    public <W> Samples<W> map(Function<V, W> mapping) {
        return new Samples<>(random -> generator.apply(random).map(mapping));
    }

    /** Passes {@code count} values to a test; stops at the first that fails. */
    public void check(int count, Consumer<V> test) {
        Random random = new Random(SEED);
        for (int number = 1; number <= count; number++) {
            check("sample " + number + " of " + count, generator.apply(random), test);
        }
    }

    /** Passes {@code count} values to a test, each with a random one of {@code others}; stops at the first that fails. */
    public <C> void check(int count, List<C> others, BiConsumer<C, V> test) {
        Random random = new Random(SEED);
        for (int number = 1; number <= count; number++) {
            C other = others.get(random.nextInt(others.size()));
            check(
                    "sample " + number + " of " + count + " with " + other,
                    generator.apply(random),
                    value -> test.accept(other, value));
        }
    }

    private static <P, V> void check(String name, Sample<P, V> sample, Consumer<V> test) {
        Throwable failure = failure(sample, test);
        if (failure != null) {
            Sample<P, V> reduced = reduced(sample, failure.getClass(), test);
            AssertionError error = new AssertionError(
                    name + " fails: " + sample + "\nand still when reduced to " + reduced, failure(reduced, test));
            error.addSuppressed(failure);
            throw error;
        }
    }

    private static <V> @Nullable Throwable failure(Sample<?, V> sample, Consumer<V> test) {
        try {
            test.accept(sample.value());
            return null;
        } catch (AssertionError | RuntimeException | StackOverflowError failure) {
            return failure;
        }
    }

    /** Returns the sample reduced to parts that still fail: removes halves first, then quarters, and finally single parts. */
    private static <P, V> Sample<P, V> reduced(Sample<P, V> failing, Class<?> failure, Consumer<V> test) {
        Sample<P, V> reduced = failing;
        for (int run = failing.parts().size(); run > 0; run /= 2) {
            int from = 0;
            while (from < reduced.parts().size()) {
                Sample<P, V> candidate =
                        reduced.without(from, Math.min(reduced.parts().size(), from + run));
                Throwable thrown = failure(candidate, test);
                if (thrown != null && thrown.getClass() == failure) {
                    reduced = candidate;
                } else {
                    from += run;
                }
            }
        }
        return reduced;
    }

    /** Returns the text as a Java literal. */
    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c > '~') {
                quoted.append(String.format("\\u%04x", (int) c));
            } else {
                quoted.append(c == '"' || c == '\\' ? "\\" : "").append(c);
            }
        }
        return quoted.append('"').toString();
    }
}
