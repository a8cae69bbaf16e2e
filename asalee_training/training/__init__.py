"""What a trainee has done, what she masters, what she should see again: from the files of her own folder.

``journal`` alone is loaded by a trainee's kernel.
"""
