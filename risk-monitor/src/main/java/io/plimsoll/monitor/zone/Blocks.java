package io.plimsoll.monitor.zone;

import java.util.Arrays;

/// Deals out blocks of neighbouring numbers, and again those that were given back: the places of accounts in
/// arrays that all of them share.
final class Blocks {

    private int[][] free = new int[8][];
    private int[] counts = new int[8];
    private int end;

    /// A block of this many numbers.
    ///
    /// @return the first
    /// @throws IllegalStateException if there is no room for it in an array
    int take(int size) {
        if (size < counts.length && counts[size] > 0) {
            counts[size]--;
            return free[size][counts[size]];
        }
        int first = end;
        if (size > Integer.MAX_VALUE - 16 - first) {
            throw new IllegalStateException("The book is larger than an array. Maybe split it over two services.");
        }
        end += size;
        return first;
    }

    /// Gives a block back.
    void giveBack(int first, int size) {
        if (size == 0) {
            return;
        }
        if (size >= counts.length) {
            int sizes = Math.max(size + 1, counts.length * 2);
            counts = Arrays.copyOf(counts, sizes);
            free = Arrays.copyOf(free, sizes);
        }
        int[] blocks = free[size];
        int count = counts[size]++;
        if (blocks == null) {
            blocks = new int[4];
        } else if (count == blocks.length) {
            blocks = Arrays.copyOf(blocks, count * 2);
        }
        blocks[count] = first;
        free[size] = blocks;
    }

    /// All numbers dealt out so far are below this.
    int end() {
        return end;
    }
}
