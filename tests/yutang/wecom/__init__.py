"""Tests of the WeCom client, through its public verbs and a WeCom in miniature."""
