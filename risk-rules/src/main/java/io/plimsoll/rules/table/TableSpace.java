package io.plimsoll.rules.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/// All that rows can be for, cut into cells, with the rows as boxes of cells.
///
/// Rows are visited line by line: all keys but the last of an order are fixed to neighbouring cells with the same rows,
/// and along the last key it is told which rows are for which cells. The work grows with the number of rows and of
/// places where they meet, not with the number of cells; tables whose rows meet in more than [#MAX_MEETINGS] places are
/// refused rather than sampled.
public final class TableSpace {

    /// The most pairs of a row and a place that a visit looks at.
    public static final int MAX_MEETINGS = 5_000_000;

    private final List<TableKey> keys;
    private final List<Axis> axes;
    private final int[][] from;
    private final int[][] to;

    /// @param keys of the rows
    /// @param rows in the order of the file
    public TableSpace(List<TableKey> keys, List<TableRow> rows) {
        this.keys = List.copyOf(keys);
        this.axes = keys.stream()
                .map(key ->
                        Axis.of(key, rows.stream().map(row -> row.extent(key)).toList()))
                .toList();
        this.from = new int[rows.size()][keys.size()];
        this.to = new int[rows.size()][keys.size()];
        for (int row = 0; row < rows.size(); row++) {
            for (int key = 0; key < keys.size(); key++) {
                Extent extent = rows.get(row).extent(keys.get(key));
                from[row][key] = axes.get(key).from(extent);
                to[row][key] = axes.get(key).to(extent);
            }
        }
    }

    /// The keys.
    public List<TableKey> keys() {
        return keys;
    }

    /// The cells of a key.
    public Axis axis(int key) {
        return axes.get(key);
    }

    /// Whether two rows are for exactly the same.
    public boolean sameBox(int row, int other) {
        return Arrays.equals(from[row], from[other]) && Arrays.equals(to[row], to[other]);
    }

    /// Visits everything that rows can be for, with the lines along the last key.
    ///
    /// @throws TooManyMeetingsException if there is too much to look at
    public void visit(LineVisitor visitor) {
        visit(orderedBy(key -> 0), visitor);
    }

    /// Visits everything, with the lines along one key.
    ///
    /// @param along index of the key
    /// @throws TooManyMeetingsException if there is too much to look at
    public void visit(int along, LineVisitor visitor) {
        visit(orderedBy(key -> key == along ? 1 : 0), visitor);
    }

    /// Visits everything in an order of the keys, with the lines along the last one.
    ///
    /// @param order indices of the keys
    /// @throws TooManyMeetingsException if there is too much to look at
    public void visit(List<Integer> order, LineVisitor visitor) {
        int[] all = new int[from.length];
        Arrays.setAll(all, row -> row);
        new Visit(order, visitor).visit(0, all);
    }

    private List<Integer> orderedBy(IntUnaryOperator rank) {
        return IntStream.range(0, keys.size())
                .boxed()
                .sorted(Comparator.comparingInt(rank::applyAsInt))
                .toList();
    }

    /// The first cell of each key that a row covers; empty if the row covers nothing that can be.
    public List<Integer> firstCells(int row) {
        boolean empty = IntStream.range(0, keys.size()).anyMatch(key -> from[row][key] >= to[row][key]);
        return empty ? List.of() : Arrays.stream(from[row]).boxed().toList();
    }

    /// Is told about one line.
    @FunctionalInterface
    public interface LineVisitor {

        /// A line of neighbouring places that together are the whole of the last key.
        ///
        /// @param fixed where the line is; what it says of the last key is the whole of it
        /// @param places along the last key
        void line(Box fixed, List<Place> places);
    }

    /// Neighbouring cells of the last key with the same rows.
    ///
    /// @param from the first cell
    /// @param to the cell after the last
    /// @param rows for those cells, in the order of the file; maybe none
    public record Place(int from, int to, List<Integer> rows) {}

    /// Neighbouring cells of each key.
    ///
    /// @param from the first cell of each key
    /// @param to the cell after the last of each key
    public record Box(List<Integer> from, List<Integer> to) {

        /// The same with other cells of one key.
        public Box with(int key, int first, int end) {
            List<Integer> lower = new ArrayList<>(from);
            List<Integer> upper = new ArrayList<>(to);
            lower.set(key, first);
            upper.set(key, end);
            return new Box(lower, upper);
        }
    }

    /// There is more to look at than is allowed.
    public static final class TooManyMeetingsException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        TooManyMeetingsException() {
            super("Rows meet in more than %,d places.".formatted(MAX_MEETINGS));
        }
    }

    /// One walk.
    private final class Visit {

        private final List<Integer> order;
        private final LineVisitor visitor;
        private Box box;
        private int meetings;

        Visit(List<Integer> order, LineVisitor visitor) {
            this.order = order;
            this.visitor = visitor;
            this.box = new Box(
                    keys.stream().map(key -> 0).toList(),
                    axes.stream().map(Axis::size).toList());
        }

        void visit(int depth, int[] rows) {
            int key = order.get(depth);
            boolean last = depth == order.size() - 1;
            if (last || rows.length == 0) {
                int along = order.getLast();
                visitor.line(
                        box,
                        last
                                ? places(key, rows)
                                : List.of(new Place(0, axes.get(along).size(), List.of())));
                return;
            }
            Box outer = box;
            for (Place place : places(key, rows)) {
                box = outer.with(key, place.from(), place.to());
                visit(depth + 1, place.rows().stream().mapToInt(row -> row).toArray());
            }
            box = outer;
        }

        private List<Place> places(int key, int[] rows) {
            int[] cuts = cuts(key, rows);
            List<List<Integer>> rowsOf = new ArrayList<>();
            for (int i = 1; i < cuts.length; i++) {
                rowsOf.add(new ArrayList<>());
            }
            for (int row : rows) {
                int first = Arrays.binarySearch(cuts, from[row][key]);
                int end = Arrays.binarySearch(cuts, to[row][key]);
                meetings += Math.max(1, end - first);
                if (meetings > MAX_MEETINGS) {
                    throw new TooManyMeetingsException();
                }
                for (int place = first; place < end; place++) {
                    rowsOf.get(place).add(row);
                }
            }
            List<Place> places = new ArrayList<>();
            for (int i = 0; i < rowsOf.size(); i++) {
                places.add(new Place(cuts[i], cuts[i + 1], rowsOf.get(i)));
            }
            return places;
        }

        private int[] cuts(int key, int[] rows) {
            int[] cuts = new int[2 * rows.length + 2];
            cuts[0] = 0;
            cuts[1] = axes.get(key).size();
            for (int i = 0; i < rows.length; i++) {
                cuts[2 * i + 2] = from[rows[i]][key];
                cuts[2 * i + 3] = to[rows[i]][key];
            }
            return Arrays.stream(cuts).sorted().distinct().toArray();
        }
    }
}
