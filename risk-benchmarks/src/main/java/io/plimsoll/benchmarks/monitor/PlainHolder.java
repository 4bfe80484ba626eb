package io.plimsoll.benchmarks.monitor;

/// An account as a fact of the plain rules, in dollars.
public final class PlainHolder {

    private final int account;
    private double equity;
    private double maintenance;
    private boolean isCalled;
    private boolean isLiquidated;

    PlainHolder(int account, boolean isCalled, boolean isLiquidated) {
        this.account = account;
        this.isCalled = isCalled;
        this.isLiquidated = isLiquidated;
    }

    void margin(double ofEquity, double ofMaintenance) {
        equity = ofEquity;
        maintenance = ofMaintenance;
    }

    void called(boolean now) {
        isCalled = now;
    }

    void liquidated(boolean now) {
        isLiquidated = now;
    }

    int account() {
        return account;
    }

    /// Cash and what the positions have gained.
    public double getEquity() {
        return equity;
    }

    /// Maintenance margin.
    public double getMaintenance() {
        return maintenance;
    }

    /// Whether a margin call is open.
    public boolean isCalled() {
        return isCalled;
    }

    /// Whether a liquidation is open.
    public boolean isLiquidated() {
        return isLiquidated;
    }
}
