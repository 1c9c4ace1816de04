package dev.pollux.ipvs.table;

/**
 * One entry below a service in the kernel's table.
 *
 * @param weight 0 to 2^31-1
 * @param upperThreshold connections above which the kernel sends no new ones, unsigned 32 bits; 0: no limit
 * @param lowerThreshold connections below which it sends new ones again, unsigned 32 bits; 0: three quarters of the upper
 */
public record Destination(
        DestinationKey key, ForwardingMethod forwarding, int weight, long upperThreshold, long lowerThreshold) {

    public Destination withWeight(int newWeight) {
        return new Destination(key, forwarding, newWeight, upperThreshold, lowerThreshold);
    }
}
