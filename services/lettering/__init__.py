"""Vietnamese in the letters of another time: old fonts, bytes that were read wrongly, letters that were lost."""
