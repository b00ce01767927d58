"""Word lists at work: how labels, stage names, metrics and phrases are matched with what people write."""
