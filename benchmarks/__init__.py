"""What is measured: speeds, each beside a peer in the same run."""
