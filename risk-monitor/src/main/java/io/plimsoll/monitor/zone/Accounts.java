package io.plimsoll.monitor.zone;

import java.util.Arrays;

/// The lines of all accounts in a few arrays of primitives: some 300 bytes for an account of three holdings and
/// four lines.
final class Accounts {

    private final Blocks blocks = new Blocks();
    private final Blocks holdingBlocks = new Blocks();
    private final Blocks lineBlocks = new Blocks();

    // Of accounts.
    private int[] firstHoldings = new int[0];
    private int[] holdingCounts = new int[0];
    private int[] firstNumbers = new int[0];
    private int[] lineCounts = new int[0];
    private boolean[] present = new boolean[0];
    private boolean[] open = new boolean[0];

    // Of holdings.
    private int[] owners = new int[0];
    private int[] instruments = new int[0];
    private double[] from = new double[0];
    private double[] to = new double[0];

    // Of lines: the constant, then the slopes.
    private double[] numbers = new double[0];

    int add(Lines lines) {
        int account = blocks.take(1);
        if (account >= present.length) {
            int room = room(account);
            firstHoldings = Arrays.copyOf(firstHoldings, room);
            holdingCounts = Arrays.copyOf(holdingCounts, room);
            firstNumbers = Arrays.copyOf(firstNumbers, room);
            lineCounts = Arrays.copyOf(lineCounts, room);
            present = Arrays.copyOf(present, room);
            open = Arrays.copyOf(open, room);
        }
        present[account] = true;
        place(account, lines);
        return account;
    }

    /// Gives an account other lines. Its holdings may be others then.
    void replace(int account, Lines lines) {
        require(account);
        if (hasShapeOf(account, lines)) {
            write(account, lines);
        } else {
            free(account);
            place(account, lines);
        }
    }

    void remove(int account) {
        require(account);
        free(account);
        present[account] = false;
        blocks.giveBack(account, 1);
    }

    private boolean hasShapeOf(int account, Lines lines) {
        return holdingCounts[account] == lines.instruments().length && lineCounts[account] == lines.constants().length;
    }

    private void place(int account, Lines lines) {
        int holdings = lines.instruments().length;
        int lineCount = lines.constants().length;
        firstHoldings[account] = holdingBlocks.take(holdings);
        holdingCounts[account] = holdings;
        firstNumbers[account] = lineBlocks.take(lineCount * (holdings + 1));
        lineCounts[account] = lineCount;
        if (holdingBlocks.end() > owners.length) {
            int room = room(holdingBlocks.end());
            owners = Arrays.copyOf(owners, room);
            instruments = Arrays.copyOf(instruments, room);
            from = Arrays.copyOf(from, room);
            to = Arrays.copyOf(to, room);
        }
        if (lineBlocks.end() > numbers.length) {
            numbers = Arrays.copyOf(numbers, room(lineBlocks.end()));
        }
        write(account, lines);
    }

    private void write(int account, Lines lines) {
        int first = firstHoldings[account];
        int n = holdingCounts[account];
        for (int i = 0; i < n; i++) {
            owners[first + i] = account;
            instruments[first + i] = lines.instruments()[i];
            from[first + i] = lines.from()[i];
            to[first + i] = lines.to()[i];
        }
        int number = firstNumbers[account];
        for (int k = 0; k < lineCounts[account]; k++) {
            numbers[number++] = lines.constants()[k];
            System.arraycopy(lines.slopes(), k * n, numbers, number, n);
            number += n;
        }
    }

    private void free(int account) {
        holdingBlocks.giveBack(firstHoldings[account], holdingCounts[account]);
        lineBlocks.giveBack(firstNumbers[account], lineCounts[account] * (holdingCounts[account] + 1));
    }

    private static int room(int needed) {
        return (int) Math.min(Integer.MAX_VALUE - 8L, 16L + needed + (needed >> 1));
    }

    /// @throws IllegalArgumentException if there is no such account
    void require(int account) {
        if (account < 0 || account >= present.length || !present[account]) {
            throw new IllegalArgumentException("Account %d is not watched.".formatted(account));
        }
    }

    /// Whether it waits to be looked at.
    boolean isOpen(int account) {
        return open[account];
    }

    void setOpen(int account, boolean isOpen) {
        open[account] = isOpen;
    }

    boolean isPresent(int account) {
        return present[account];
    }

    /// How many numbers holdings have at most.
    int holdingsEnd() {
        return holdingBlocks.end();
    }

    int firstHolding(int account) {
        return firstHoldings[account];
    }

    int holdings(int account) {
        return holdingCounts[account];
    }

    int lines(int account) {
        return lineCounts[account];
    }

    int owner(int holding) {
        return owners[holding];
    }

    int instrument(int holding) {
        return instruments[holding];
    }

    double from(int holding) {
        return from[holding];
    }

    double to(int holding) {
        return to[holding];
    }

    /// Where the numbers of a line begin: its constant, then a slope for each holding.
    int line(int account, int line) {
        return firstNumbers[account] + line * (holdingCounts[account] + 1);
    }

    double number(int place) {
        return numbers[place];
    }
}
