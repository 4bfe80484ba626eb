package io.plimsoll.benchmarks.publish;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;

/// What a process holds besides its heap.
///
/// @param metaspace bytes used
/// @param classes loaded now
/// @param threads alive now
/// @param descriptors open now; 0 where the system does not say
record Footprint(long metaspace, long classes, long threads, long descriptors) {

    /// After a few collections: one alone need not unload every class.
    static Footprint now() throws InterruptedException {
        for (int i = 0; i < 4; i++) {
            System.gc();
            Thread.sleep(100);
        }
        return new Footprint(
                ManagementFactory.getMemoryPoolMXBeans().stream()
                        .filter(pool -> pool.getName().equals("Metaspace"))
                        .map(MemoryPoolMXBean::getUsage)
                        .mapToLong(usage -> usage.getUsed())
                        .sum(),
                ManagementFactory.getClassLoadingMXBean().getLoadedClassCount(),
                ManagementFactory.getThreadMXBean().getThreadCount(),
                ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
                        ? unix.getOpenFileDescriptorCount()
                        : 0);
    }

    /// Whether nothing has grown by more than a twentieth and two.
    boolean isFlatAfter(Footprint before) {
        return isFlat(metaspace, before.metaspace)
                && isFlat(classes, before.classes)
                && isFlat(threads, before.threads)
                && isFlat(descriptors, before.descriptors);
    }

    private static boolean isFlat(long now, long before) {
        return now <= before + before / 20 + 2;
    }

    @Override
    public String toString() {
        return "%.1f MiB of metaspace, %,d classes, %d threads, %d descriptors"
                .formatted(metaspace / 1048576.0, classes, threads, descriptors);
    }
}
