# Releases come in by this bucket, backups and logs go out by it.
resource "aws_s3_bucket" "service" {
  bucket_prefix = "${local.name}-"
  # It holds the backups of a ledger: emptied on purpose only (docs/OPERATIONS.md).
  force_destroy = false
}

resource "aws_s3_bucket_public_access_block" "service" {
  bucket                  = aws_s3_bucket.service.id
  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}

resource "aws_s3_bucket_ownership_controls" "service" {
  bucket = aws_s3_bucket.service.id

  rule {
    object_ownership = "BucketOwnerEnforced"
  }
}

resource "aws_s3_bucket_policy" "service" {
  bucket = aws_s3_bucket.service.id

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid       = "OnlyOverTls"
      Effect    = "Deny"
      Principal = "*"
      Action    = "s3:*"
      Resource  = [aws_s3_bucket.service.arn, "${aws_s3_bucket.service.arn}/*"]
      Condition = { Bool = { "aws:SecureTransport" = "false" } }
    }]
  })

  # S3 refuses two changes of one bucket's access settings at the same moment.
  depends_on = [aws_s3_bucket_public_access_block.service]
}

# The machine may write backups; with versions it cannot make an older one unreadable.
resource "aws_s3_bucket_versioning" "service" {
  bucket = aws_s3_bucket.service.id

  versioning_configuration {
    status = "Enabled"
  }
}

resource "aws_s3_bucket_server_side_encryption_configuration" "service" {
  bucket = aws_s3_bucket.service.id

  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm = "AES256"
    }
  }
}

resource "aws_s3_bucket_lifecycle_configuration" "service" {
  bucket = aws_s3_bucket.service.id

  dynamic "rule" {
    for_each = { backups = 90, logs = 90 }
    content {
      id     = rule.key
      status = "Enabled"

      filter {
        prefix = "${rule.key}/"
      }

      expiration {
        days = rule.value
      }
    }
  }

  rule {
    id     = "old-versions"
    status = "Enabled"

    filter {}

    noncurrent_version_expiration {
      noncurrent_days = 30
    }

    abort_incomplete_multipart_upload {
      days_after_initiation = 7
    }
  }

  # Rules for old versions mean nothing until the bucket keeps versions.
  depends_on = [aws_s3_bucket_versioning.service]
}

# What the machine serves with. It waits for this, since the name by which callers know it is made after it.
resource "aws_s3_object" "settings" {
  bucket = aws_s3_bucket.service.id
  key    = "settings"
  content = join("\n", [
    "PAYWEEK_ALLOW_HOST=${aws_cloudfront_distribution.page.domain_name}",
    "PAYWEEK_TOKEN_SHA256=${var.token_sha256}",
    "",
  ])
  depends_on = [aws_s3_bucket_server_side_encryption_configuration.service]
}
