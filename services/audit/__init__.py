"""The record of every change: sealed so that later changes show, searched and taken out by owners."""
