using Xunit.v3;

// Most of a test on Azure Storage is waiting: for queues that are polled, and for time itself.
[assembly: Parallelization(MaxThreads = 4)]
