package io.plimsoll.monitor.zone;

import java.util.Arrays;

/// Holdings of one instrument in the order of one edge of their zones, the lowest first. A heap with four
/// children to a node, whose holdings know their places, so that any of them can be moved.
final class EdgeHeap {

    private static final int CHILDREN = 4;
    private static final int ABSENT = -1;

    private final Places places;
    private double[] edges = new double[8];
    private int[] holdings = new int[8];
    private int size;

    EdgeHeap(Places places) {
        this.places = places;
    }

    /// Where each holding is; one for all heaps of the same side, as a holding is of one instrument.
    static final class Places {

        private int[] places = new int[0];

        void reserve(int holdings) {
            int before = places.length;
            if (holdings > before) {
                places = Arrays.copyOf(places, holdings);
                Arrays.fill(places, before, holdings, ABSENT);
            }
        }
    }

    boolean isEmpty() {
        return size == 0;
    }

    /// The lowest edge. Only if there is one.
    double lowest() {
        return edges[0];
    }

    /// Takes the holding with the lowest edge out. Only if there is one.
    int poll() {
        int holding = holdings[0];
        remove(holding);
        return holding;
    }

    /// Gives a holding an edge, whether it had one or not.
    void put(int holding, double edge) {
        int place = places.places[holding];
        if (place == ABSENT) {
            place = size++;
            if (place == holdings.length) {
                edges = Arrays.copyOf(edges, place + (place >> 1));
                holdings = Arrays.copyOf(holdings, place + (place >> 1));
            }
        }
        settle(place, holding, edge);
    }

    /// Takes a holding out. Does nothing if it is not there.
    void remove(int holding) {
        int place = places.places[holding];
        if (place != ABSENT) {
            places.places[holding] = ABSENT;
            size--;
            if (place < size) {
                settle(place, holdings[size], edges[size]);
            }
        }
    }

    private void settle(int from, int holding, double edge) {
        int place = from;
        while (place > 0 && edges[(place - 1) / CHILDREN] > edge) {
            int parent = (place - 1) / CHILDREN;
            set(place, holdings[parent], edges[parent]);
            place = parent;
        }
        int child = lowestChild(place);
        while (child < size && edges[child] < edge) {
            set(place, holdings[child], edges[child]);
            place = child;
            child = lowestChild(place);
        }
        set(place, holding, edge);
    }

    private int lowestChild(int place) {
        int first = place * CHILDREN + 1;
        int lowest = first;
        int end = Math.min(first + CHILDREN, size);
        for (int child = first + 1; child < end; child++) {
            if (edges[child] < edges[lowest]) {
                lowest = child;
            }
        }
        return lowest;
    }

    private void set(int place, int holding, double edge) {
        edges[place] = edge;
        holdings[place] = holding;
        places.places[holding] = place;
    }
}
