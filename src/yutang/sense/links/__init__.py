"""Reading from WeCom what customers of acquisition links did."""
