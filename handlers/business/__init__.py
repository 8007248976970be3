"""A business's own pages in chat, and what coordinators do to a business."""
